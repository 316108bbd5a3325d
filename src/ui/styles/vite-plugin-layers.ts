/** Vite plugin: every style sheet begins with the order of the layers, so that it does not matter which loads first. */
import type { Plugin } from 'vite';

const order = '@layer reset, tokens, base, parts, screens, print;\n';

/** Runs before Vite's own handling of CSS. */
export function cascadeLayers(): Plugin {
  return {
    name: 'plotline-cascade-layers',
    enforce: 'pre',
    transform: (code, id) => (/\.css(\?|$)/.test(id) ? { code: order + code, map: null } : undefined),
  };
}
