// 简体中文：页面上的每一句话，每部分一个文件。

import { createTranslator } from './sentences.js';
import { app } from '../app/labels.zh.js';
import { chart } from '../features/chart/labels.zh.js';
import { compare } from '../features/runs/compare_labels.zh.js';
import { core } from './core_messages/core.zh.js';
import { data } from '../features/data/labels.zh.js';
import { focus } from '../features/chart/focus_labels.zh.js';
import { handles } from '../features/schedule/handles/labels.zh.js';
import { histograms } from '../features/panels/histograms/labels.zh.js';
import { inspection } from '../features/inspection/labels.zh.js';
import { kept } from '../features/storage/labels.zh.js';
import { network } from '../features/network/labels.zh.js';
import { optimizer } from '../features/optimizer/labels.zh.js';
import { panels } from '../features/panels/labels.zh.js';
import { rangeTest } from '../features/range-test/labels.zh.js';
import { race } from '../features/race/labels.zh.js';
import { runs } from '../features/runs/labels.zh.js';
import { schedule } from '../features/schedule/labels.zh.js';
import { speed } from '../features/panels/speed/labels.zh.js';
import { transport } from '../features/training/labels.zh.js';
import { undo } from '../features/experiment/labels.zh.js';

/** What the core says, in Chinese. */
export const translate = createTranslator(core, '或');

/** @type {import('./index.js').Catalogue} */
export const zh = {
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
