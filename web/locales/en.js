// English: every word of the page, a file a part of it.

import { app } from './app.js';
import { chart } from './chart.js';
import { compare } from './compare.js';
import { data } from './data.js';
import { focus } from './focus.js';
import { handles } from './handles.js';
import { histograms } from './histograms.js';
import { inspection } from './inspection.js';
import { kept } from './kept.js';
import { network } from './network.js';
import { optimizer } from './optimizer.js';
import { panels } from './panels.js';
import { rangeTest } from './range_test.js';
import { race } from './race.js';
import { runs } from './runs.js';
import { schedule } from './schedule.js';
import { speed } from './speed.js';
import { transport } from './transport.js';
import { undo } from './undo.js';

export const en = {
  ...app,
  ...data,
  ...network,
  ...optimizer,
  ...transport,
  ...undo,
  ...schedule,
  ...handles,
  ...rangeTest,
  ...chart,
  ...panels,
  ...inspection,
  ...histograms,
  ...speed,
  ...runs,
  ...compare,
  ...focus,
  ...kept,
  ...race,
};
