import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { olderThan } from '../../../bindings/toolchain/find.js';
import { withLock } from '../../../bindings/toolchain/lock.js';
import { run } from '../../../bindings/toolchain/process.js';

test('versions are compared by number, not by letter', () => {
  expect(olderThan('3.1.6', '3.1.69')).toBe(true);
  expect(olderThan('3.1.69', '3.1.69')).toBe(false);
  expect(olderThan('3.1.70', '3.1.69')).toBe(false);
  expect(olderThan('4.0.0', '3.1.69')).toBe(false);
  expect(olderThan('2.9.99', '3.1.69')).toBe(true);
});

test('a program that cannot be started is an exit code, not a crash', async () => {
  expect((await run('no-such-program-here', [])).code).toBe(127);
});

test('a program that hangs is ended', async () => {
  const result = await run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
    milliseconds: 200,
  });
  expect(result.code).not.toBe(0);
  expect(result.output).toContain('SIGKILL');
});

test('lines arrive whole, whatever the pieces', async () => {
  /** @type {string[]} */
  const lines = [];
  const script = "process.stdout.write('on'); setTimeout(() => console.log('e\\ntwo'), 50)";
  await run(process.execPath, ['-e', script], { onLine: (line) => lines.push(line) });
  expect(lines).toEqual(['one', 'two']);
});

test('work under the lock does not overlap, and a dead owner is no obstacle', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'anneal-lock-'));
  const file = path.join(folder, 'lock');
  await writeFile(file, '999999999');
  let inside = 0;
  const work = async () => {
    inside += 1;
    expect(inside).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside -= 1;
  };
  await Promise.all([withLock(work, file), withLock(work, file)]);
  await rm(folder, { recursive: true });
});
