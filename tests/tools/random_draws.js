// Finds two draws from one random source whose order C++ leaves to the compiler, and with it the
// numbers: f(draw(random), draw(random)), or draw(random) - draw(random). The sides of &&, || and ?:
// and the elements of a braced list are ordered; so are a call and the draws in its own arguments. A
// draw is a call on a variable of type Random or one that is handed it, or a call of a lambda that
// does either; draws behind a member function are not seen.

/**
 * Text between brackets, the whole file being the outermost group.
 * @typedef {object} Group
 * @property {string} bracket
 * @property {Token[]} tokens
 */

/** @typedef {{text: string, at: number, group?: Group}} Token */

/**
 * @param {string} file
 * @param {string} text
 * @returns {string[]} one line a finding
 */
export function findUnorderedDraws(file, text) {
  const code = withoutComments(text);
  const sources = new Set([...code.matchAll(/\bRandom&? (\w+)/g)].map((match) => match[1]));
  const tree = parse(code.replace(/\bRandom&? \w+/g, (part) => ' '.repeat(part.length)));
  const lines = new Set();
  for (const source of sources) {
    const found = new Search(source, lambdasThatUse(source, code)).search(tree);
    for (const at of found) lines.add(code.slice(0, at).split('\n').length);
  }
  return [...lines].map((line) => `${file}:${line}: two draws whose order the compiler may choose`);
}

/** Comments and literals as blanks, so that places stay. @param {string} text */
function withoutComments(text) {
  return text.replace(/\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g, (part) =>
    ' '.repeat(part.length),
  );
}

/**
 * @param {string} code
 * @returns {Group}
 */
function parse(code) {
  /** @type {Group[]} */
  const stack = [{ bracket: '{', tokens: [] }];
  for (const match of code.matchAll(/\w+|&&|\|\||::|->|\S/g)) {
    const [text, at] = [match[0], match.index];
    if ('({'.includes(text)) {
      const group = { bracket: text, tokens: [] };
      stack[stack.length - 1].tokens.push({ text, at, group });
      stack.push(group);
    } else if (')}'.includes(text)) {
      if (stack.length > 1) stack.pop();
    } else {
      stack[stack.length - 1].tokens.push({ text, at });
    }
  }
  return stack[0];
}

/**
 * @param {string} source
 * @param {string} code
 */
function lambdasThatUse(source, code) {
  const lambdas = [...code.matchAll(/\bauto (\w+) = \[[^\]]*\][^;{]*\{([^}]*)/g)];
  const uses = new RegExp(`\\b${source}\\b`);
  return lambdas.filter((match) => uses.test(match[2])).map((match) => match[1]);
}

/** Braces around statements, not around the elements of a list. @param {Group} group */
const isBlock = (group) =>
  group.bracket === '{' && (group.tokens.length === 0 || group.tokens.some(isEnd));

/** @param {Token} token */
const isEnd = (token) => token.text === ';' || (token.group !== undefined && isBlock(token.group));

const ordering = ['&&', '||', '?', ':', ';'];
const controls = ['if', 'for', 'while', 'switch'];

/** One source of chance in one file. */
class Search {
  /**
   * @param {string} source
   * @param {string[]} lambdas
   */
  constructor(source, lambdas) {
    this.source = source;
    this.lambdas = lambdas;
    /** @type {number[]} */
    this.found = [];
  }

  /**
   * @param {Group} tree
   * @returns {number[]} where the second of two draws stands
   */
  search(tree) {
    this.draws(tree);
    return this.found;
  }

  /**
   * @param {Group} group
   * @returns {boolean} whether a draw is made in it, or the source handed to its call
   */
  draws(group) {
    let any = false;
    let drawnInArguments = 0;
    let drawnInPart = 0;
    let drawnInArgument = false;
    group.tokens.forEach((token, i) => {
      const before = group.tokens[i - 1]?.text ?? '';
      if (token.text === ',') {
        drawnInArguments += Number(drawnInArgument && group.bracket === '(');
        [drawnInArgument, drawnInPart] = [false, 0];
      } else if (ordering.includes(token.text)) {
        drawnInPart = 0;
      } else if (token.group && isBlock(token.group)) {
        this.draws(token.group);
        drawnInPart = 0;
      } else if (this.isDraw(group.tokens, i)) {
        drawnInPart += 1;
        if (drawnInPart > 1 || drawnInArguments > 0) this.found.push(token.at);
        [any, drawnInArgument] = [true, true];
      } else if (token.text === this.source) {
        any = true;
      }
      if (token.group && controls.includes(before)) drawnInPart = 0;
    });
    return any;
  }

  /**
   * @param {Token[]} tokens
   * @param {number} i
   */
  isDraw(tokens, i) {
    const { text, group } = tokens[i];
    if (!group) return false;
    const inside = this.draws(group);
    if (text !== '(') return inside;
    const [object, dot, name] = [i - 3, i - 2, i - 1].map((place) => tokens[place]?.text);
    return inside || (object === this.source && dot === '.') || this.lambdas.includes(name ?? '');
  }
}
