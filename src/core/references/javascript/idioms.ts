import type { Idioms } from '../program/program.ts';

/** What JavaScript and the libraries around it hand on. Source: ECMA-262, React, Vue, Svelte, Solid, Preact signals. */
export const IDIOMS: Idioms = {
  passing: {
    useState: [0],
    useRef: [0],
    ref: [0],
    shallowRef: [0],
    reactive: [0],
    $state: [0],
    writable: [0],
    readable: [0],
    signal: [0],
    createSignal: [0],
    String: [0],
    stringify: [0],
    freeze: [0],
    encodeURIComponent: [0],
  },
  keeping: new Set(['trim', 'toString', 'toLowerCase', 'slice', 'concat', 'valueOf']),
  unwrapping: new Set(['value', 'current']),
  picking: new Set(['find', 'at', 'pop', 'shift', 'get']),
  handing: {
    map: 'item',
    forEach: 'item',
    flatMap: 'item',
    filter: 'item',
    find: 'item',
    some: 'item',
    every: 'item',
    // biome-ignore lint/suspicious/noThenProperty: the name of the method that promises have
    then: 'whole',
  },
};
