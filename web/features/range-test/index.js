// The public interface of this feature.

export { createRangeTest } from './range_test.js';
export { RangeTestButton } from './range_test_button.jsx';
