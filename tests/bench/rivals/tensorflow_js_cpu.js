// TensorFlow.js, backend cpu: plain JavaScript, as shipped.

import { createTensorFlowModel } from './tensorflow_js.js';

/** @param {import('./workloads.js').Workload} workload @param {number} batch */
export const createModel = (workload, batch) => createTensorFlowModel(workload, batch, 'cpu');
