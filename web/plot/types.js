// What a chart is asked to draw: columns of numbers and words, nothing of runs or experiments.

/**
 * @typedef {object} Line
 * @property {ArrayLike<number>} x in steps, never falling
 * @property {ArrayLike<number>} y
 * @property {string} color
 * @property {number} [width]
 * @property {number[]} [dash]
 * @property {number} [alpha]
 * @property {boolean} [stepped] a value holds until the next x
 * @property {boolean} [noisy] a line so jagged that how far it reaches is all there is to see
 * @property {boolean} [dots] a dot at each point, where there is room for them
 */

/**
 * Fills between two columns, under all lines of its band: how far several runs differ.
 *
 * @typedef {object} Area
 * @property {ArrayLike<number>} x in steps, never falling
 * @property {ArrayLike<number>} low
 * @property {ArrayLike<number>} high as long as low; where either is not finite there is a gap
 * @property {string} color
 * @property {number} [alpha]
 */

/**
 * Words at the end of a line.
 *
 * @typedef {object} EndLabel
 * @property {number} step
 * @property {number} value
 * @property {string} text
 * @property {string} color of the words
 * @property {string} [dot] colour of a dot at the end of the line
 * @property {'right' | 'above'} [place]
 */

/** A dot that follows the cursor. @typedef {{value: number | undefined, color: string}} CursorDot */

/**
 * @typedef {object} BandScene
 * @property {import('./scales.js').Domain} domain
 * @property {Area[]} [areas] drawn first
 * @property {Line[]} lines drawn in this order
 * @property {EndLabel[]} labels
 * @property {CursorDot[]} dots
 */

/** A change of the schedule. @typedef {{step: number, text: string}} Mark */

/**
 * @typedef {object} Scene
 * @property {number} steps the length of the x axis
 * @property {number} stepsPerEpoch
 * @property {number | null} cursor step
 * @property {Mark[]} marks
 * @property {Record<string, BandScene>} bands by name
 */

/**
 * @typedef {object} Ink
 * @property {string} paper
 * @property {string} text of the axes
 * @property {string} faint of the second row of the x axis
 * @property {string} grid
 * @property {string} font family
 */

export {};
