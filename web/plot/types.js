// What a chart is asked to draw: columns of numbers and words, nothing of runs or experiments; and what
// it is drawn with.

/** From a column's own numbers to those of the x axis: x * scale + offset. @typedef {{scale: number, offset: number}} Across */

/**
 * @typedef {object} Line
 * @property {ArrayLike<number>} x never falling
 * @property {ArrayLike<number>} y
 * @property {number} [first] the row that it begins with
 * @property {Across} [across] none: x are steps, and the scene says where they lie
 * @property {string} color
 * @property {number} [width]
 * @property {number[]} [dash]
 * @property {number} [alpha]
 * @property {boolean} [stepped] a value holds until the next x
 * @property {boolean} [noisy] a line so jagged that how far it reaches is all there is to see
 * @property {boolean} [dots] a dot at each point, where there is room for them
 * @property {import('./range_index.js').RangeIndex} [index] of y, for long columns
 */

/**
 * Fills between two columns, under all lines of its band: how far several runs differ.
 *
 * @typedef {object} Area
 * @property {ArrayLike<number>} x never falling
 * @property {ArrayLike<number>} low
 * @property {ArrayLike<number>} high as long as low; where either is not finite there is a gap
 * @property {Across} [across] as of a line
 * @property {string} color
 * @property {number} [alpha]
 */

/**
 * Words at the end of a line.
 *
 * @typedef {object} EndLabel
 * @property {number} x on the x axis
 * @property {number} value
 * @property {string} text
 * @property {string} color of the words
 * @property {string} [dot] colour of a dot at the end of the line
 * @property {'right' | 'above' | 'below'} [place]
 */

/**
 * A dot that follows the cursor, with the exact value beside it where it is said nowhere else.
 *
 * @typedef {{value: number | undefined, color: string, text?: string}} CursorDot
 */

/**
 * @typedef {object} BandScene
 * @property {boolean} log
 * @property {import('./scales.js').Domain} domain
 * @property {Area[]} [areas] drawn first
 * @property {Line[]} lines drawn in this order
 * @property {EndLabel[]} labels
 * @property {CursorDot[]} dots
 */

/**
 * A change of the schedule; `name` also says at which step.
 *
 * @typedef {{x: number, step: number, text: string, name: string}} Mark
 */

/** A step at which the rate jumps. @typedef {{x: number, value: number, text: string}} Jump */

/**
 * The x axis, in whatever it counts.
 *
 * @typedef {object} XAxis
 * @property {import('./scales.js').Domain} whole everything there is
 * @property {import('./scales.js').Domain} visibleRange the visible part
 * @property {number} least that is worth zooming to
 * @property {Across} across from steps, for lines that say nothing of their own
 * @property {(step: number) => number} toAxis exactly, where steps took unequal time
 * @property {(x: number) => number} toStep
 * @property {{at: number, text: string, second: string}[]} ticks with both rows of words
 */

/**
 * @typedef {object} Scene
 * @property {XAxis} x
 * @property {number | null} cursor on the x axis
 * @property {Mark[]} marks
 * @property {Jump[]} jumps
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

/** With the colours of the jumps of the rate. @typedef {Ink & {jump: string, jumpText: string}} ChartInk */

/** Where lines are drawn, in CSS pixels. @typedef {{left: number, top: number, width: number, height: number}} Box */

/**
 * What a path is drawn into.
 *
 * @typedef {object} PathSink
 * @property {(x: number, y: number) => void} moveTo
 * @property {(x: number, y: number) => void} lineTo
 * @property {() => void} closePath
 */

/** @typedef {{color: string, width: number, dash?: number[], alpha?: number}} Stroke */

/**
 * @typedef {object} Type
 * @property {number} size
 * @property {number} [weight]
 * @property {string} color
 * @property {string} [family] another than the chart's
 * @property {'left' | 'center' | 'right'} [align]
 * @property {string} [halo] colour of a rim that keeps words readable on lines
 */

/**
 * For a canvas or an SVG. All measures are CSS pixels; words stand with their middle at y.
 *
 * @typedef {object} AnnotationPen
 * @property {(trace: (sink: PathSink) => unknown, style: Stroke) => void} stroke
 * @property {(x: number, y: number, radius: number, style: {color: string, rim?: string, alpha?: number}) => void} dot
 * @property {(x: number, y: number, words: string, type: Type) => void} text
 * @property {(words: string, type: Pick<Type, 'size' | 'weight'>) => number} measure
 */

/**
 * For a whole figure.
 *
 * @typedef {object} FigurePen
 * @property {(trace: (sink: PathSink) => unknown, style: {color: string, alpha?: number}) => void} fill
 * @property {(box: Box, draw: () => void) => void} clip draws what lies in a box
 * @property {(x: number, y: number, draw: () => void) => void} shift draws from another corner
 */

/** @typedef {AnnotationPen & FigurePen} Pen */

export {};
