// What panels ask of the open run, for views: the worker's requests that look and change nothing.

/**
 * @param {import('../protocol/service.js').AnnealService} service
 * @returns {Omit<import('../protocol/inspection.js').InspectionService, 'history'>}
 */
export function createInspection(service) {
  return {
    evaluation: () => service.evaluation(),
  };
}
