// Lines of CSV (RFC 4180): fields separated by commas, quoted where they have to be, ended by CRLF. Numbers
// round-trip exactly. A missing value, NaN and infinity are empty fields.

/** @param {string | number | null | undefined} value */
export function csvField(value) {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = value ?? '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @param {(string | number | null | undefined)[]} values */
export const csvLine = (values) => `${values.map(csvField).join(',')}\r\n`;
