// What other parts of the page use of this feature.

export { LanguageSelect } from './language_select.jsx';
