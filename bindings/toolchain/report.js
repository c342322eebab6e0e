// What the scripts say: steps, progress, and failures with their remedy. On a terminal progress
// rewrites one line; elsewhere (CI, a pipe) it prints a line at most every few seconds.

/** A failure that the user can correct: what happened, and what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'SetupError';
    this.remedy = remedy;
  }
}

const quietMilliseconds = 5000;
let lineOpen = false;

/** @param {string} text */
export function say(text) {
  closeLine();
  console.log(text);
}

function closeLine() {
  if (lineOpen) process.stdout.write('\n');
  lineOpen = false;
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/**
 * Progress of one long step. `update` may be called as often as one likes.
 * @param {string} title
 */
export function progress(title) {
  let last = '';
  let lastTime = 0;
  const show = (/** @type {string} */ text, force = false) => {
    if (text === last && !force) return;
    const line = `  ${title}: ${text}`;
    if (process.stdout.isTTY) {
      process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 100) - 1)}`);
      lineOpen = true;
    } else if (force || Date.now() - lastTime >= quietMilliseconds) {
      console.log(line);
      lastTime = Date.now();
    }
    last = text;
  };
  return {
    /** @param {string} text */
    update: (text) => show(text),
    /** @param {string} text */
    done(text) {
      show(text, true);
      closeLine();
    },
    /** Leaves the line as it stands, before an error is printed. */
    stop: closeLine,
  };
}

/**
 * Runs a script's main function; an error that has a remedy is printed without a stack.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    closeLine();
    process.exitCode = 1;
    if (error instanceof SetupError) {
      console.error(`\nAnneal: ${error.message}\n  What to do: ${error.remedy}`);
    } else {
      console.error(error);
    }
  }
}
