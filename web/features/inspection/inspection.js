// Read-only requests of panels about the open run.

/** @typedef {import('../../protocol/inspection.js').SampleFilter} SampleFilter */

/**
 * Held-out images with their bytes.
 *
 * @typedef {object} SampleImages
 * @property {import('../../protocol/inspection.js').Samples} samples
 * @property {Uint8Array} bytes [N, H, W, C]
 * @property {number[]} shape [H, W, C]
 */

/** @param {import('../../protocol/service.js').AnnealService} service */
export function createInspection(service) {
  return {
    evaluation: () => service.evaluation(),
    inspected: () => service.inspected(),
    filters: (/** @type {string} */ layer) => service.filters(layer),

    /**
     * @param {import('../../protocol/inspection.js').Source} source
     * @param {string | null} layer whose output is returned too
     */
    predict: (source, layer) => service.predict(source, layer),

    /**
     * @param {SampleFilter} filter
     * @param {number} most
     */
    findSamples: (filter, most) => service.findSamples(filter, most),

    /** Held-out images by number: [N, H, W, C]. @param {number[]} indices */
    images: (indices) => service.images('validation', indices),

    /**
     * @param {SampleFilter} filter
     * @param {number} most
     * @returns {Promise<import('../../protocol/types.js').Result<SampleImages>>}
     */
    async sampleImages(filter, most) {
      const [inspected, found] = await Promise.all([
        service.inspected(),
        service.findSamples(filter, most),
      ]);
      if (!inspected.ok) return inspected;
      if (!found.ok) return found;
      const images = await service.images('validation', Array.from(found.value.index));
      if (!images.ok) return images;
      const value = { samples: found.value, bytes: images.value, shape: inspected.value.input };
      return { ok: true, value };
    },
  };
}
