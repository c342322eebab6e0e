// Runs the benchmark program of one build in a worker, as training runs in the page.

/** @typedef {{folder: string, args: string[], threads: number, pages: number}} Job */

onmessage = async (/** @type {MessageEvent<Job>} */ { data: { folder, args, threads, pages } }) => {
  const { default: create } = await import(`${folder}/anneal_bench.mjs`);
  /** @type {string[]} */
  const output = [];
  const module = await create({
    print: (/** @type {string} */ line) => output.push(line),
    poolSize: threads - 1,
    ...(pages > 0
      ? { wasmMemory: new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true }) }
      : {}),
  });
  module.callMain(args);
  postMessage(JSON.parse(output.join('')));
};
