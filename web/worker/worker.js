// The worker's entry: loads the core through the bridge and answers the page.

import * as Comlink from 'comlink';
import { loadAnneal, FileCache } from '../../bindings/api/index.js';
import { findBuilds } from './builds.js';
import { decodeImage } from './decode_image.js';
import { createService } from './service.js';

const cache = new FileCache();

Comlink.expose(
  createService({
    load: (options) => loadAnneal({ ...options, decodeImage, cache }),
    findBuilds,
    cache,
  }),
);
