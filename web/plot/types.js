// Types of the chart: scenes of columns and labels, independent of runs and experiments, and the pens that draw them.

/** Conversion of a column to the x axis: x * scale + offset. @typedef {{scale: number, offset: number}} Across */

/**
 * @typedef {object} Line
 * @property {ArrayLike<number>} x never falling
 * @property {ArrayLike<number>} y
 * @property {number} [first] first row to draw
 * @property {Across} [across] default: x are steps, converted by the axis of the scene
 * @property {string} color
 * @property {number} [width]
 * @property {number[]} [dash]
 * @property {number} [alpha]
 * @property {boolean} [stepped] a value holds until the next x
 * @property {boolean} [noisy] drawn as the envelope of its values
 * @property {boolean} [dots] a dot at each point, if there is room
 * @property {import('./range_index.js').RangeIndex} [index] of y, for long columns
 */

/**
 * The area between two columns, below all lines of its band, such as the spread of several runs.
 *
 * @typedef {object} Area
 * @property {ArrayLike<number>} x never falling
 * @property {ArrayLike<number>} low
 * @property {ArrayLike<number>} high same length as low; a gap where either is not finite
 * @property {Across} [across] as of a line
 * @property {string} color
 * @property {number} [alpha]
 */

/**
 * A label at the end of a line.
 *
 * @typedef {object} EndLabel
 * @property {number} x on the x axis
 * @property {number} value
 * @property {string} text
 * @property {string} color of the text
 * @property {string} [dot] colour of a dot at the end of the line
 * @property {'right' | 'above' | 'below'} [place]
 */

/**
 * A dot that follows the cursor, optionally with a label.
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
 * A change of the schedule; `name` includes the step.
 *
 * @typedef {{x: number, step: number, text: string, name: string}} Mark
 */

/** A step at which the rate jumps. @typedef {{x: number, value: number, text: string}} Jump */

/**
 * The x axis, in its current unit.
 *
 * @typedef {object} XAxis
 * @property {import('./scales.js').Domain} whole the full range
 * @property {import('./scales.js').Domain} visibleRange the visible part
 * @property {number} least minimum length of the visible range
 * @property {Across} across from steps, for lines without their own
 * @property {(step: number) => number} toAxis exact, also if steps took unequal times
 * @property {(x: number) => number} toStep
 * @property {{at: number, text: string, second: string}[]} ticks with two rows of labels
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

/** A plotting area, in CSS pixels. @typedef {{left: number, top: number, width: number, height: number}} Box */

/**
 * Receives the commands of a path.
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
 * @property {string} [family] default: that of the chart
 * @property {'left' | 'center' | 'right'} [align]
 * @property {string} [halo] colour of an outline that keeps text legible over lines
 */

/**
 * Draws on a canvas or an SVG. Measures are CSS pixels; text is centred vertically at y.
 *
 * @typedef {object} AnnotationPen
 * @property {(trace: (sink: PathSink) => unknown, style: Stroke) => void} stroke
 * @property {(x: number, y: number, radius: number, style: {color: string, rim?: string, alpha?: number}) => void} dot
 * @property {(x: number, y: number, words: string, type: Type) => void} text
 * @property {(words: string, type: Pick<Type, 'size' | 'weight'>) => number} measure
 */

/**
 * Further operations for a figure.
 *
 * @typedef {object} FigurePen
 * @property {(trace: (sink: PathSink) => unknown, style: {color: string, alpha?: number}) => void} fill
 * @property {(box: Box, draw: () => void) => void} clip draws clipped to a box
 * @property {(x: number, y: number, draw: () => void) => void} shift draws with another origin
 */

/** @typedef {AnnotationPen & FigurePen} Pen */

export {};
