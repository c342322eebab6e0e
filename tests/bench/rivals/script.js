// Runs a script that is no module and leaves its names behind in the global scope, as most packages
// of some age are made; a worker that is a module has no other way.

/** @param {string} address */
export async function loadScript(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  (0, eval)(await response.text());
}
