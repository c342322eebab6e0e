// Entry point of the worker: exposes the service over Comlink.

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
