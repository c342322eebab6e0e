// English: every word of the page, a file a part of it.

import { app } from '../app/labels.en.js';
import { chart } from '../features/chart/labels.en.js';
import { compare } from '../features/runs/compare_labels.en.js';
import { data } from '../features/data/labels.en.js';
import { focus } from '../features/chart/focus_labels.en.js';
import { handles } from '../features/schedule/handles/labels.en.js';
import { histograms } from '../features/panels/histograms/labels.en.js';
import { inspection } from '../features/inspection/labels.en.js';
import { kept } from '../features/storage/labels.en.js';
import { network } from '../features/network/labels.en.js';
import { optimizer } from '../features/optimizer/labels.en.js';
import { panels } from '../features/panels/labels.en.js';
import { rangeTest } from '../features/range-test/labels.en.js';
import { race } from '../features/race/labels.en.js';
import { runs } from '../features/runs/labels.en.js';
import { schedule } from '../features/schedule/labels.en.js';
import { speed } from '../features/panels/speed/labels.en.js';
import { transport } from '../features/training/labels.en.js';
import { undo } from '../features/experiment/labels.en.js';

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
