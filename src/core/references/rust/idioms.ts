import type { Idioms } from '../program/program.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean));

/** What Rust and its crates hand on. Source: the standard library (`Option`, `Result`, `str`, `Iterator`), anyhow. */
export const IDIOMS: Idioms = {
  passing: { Some: [0], Ok: [0], from: [0], from_str: [0] },
  keeping:
    words(`to_string to_owned into try_into clone cloned copied as_str as_ref as_deref as_mut borrow unwrap expect
    unwrap_or_default ok ok_or ok_or_else context with_context trim map_err iter into_iter as_slice to_vec as_bytes
    into_boxed_str take filter inspect leak deref`),
  unwrapping: new Set(),
  picking: words('first last get find next nth pop choose'),
  handing: { map: 'item', for_each: 'item', filter: 'item', find: 'item', flat_map: 'item', filter_map: 'item' },
};

/** Methods that give their receiver, or else what they are given or what the closure gives. */
export const CHOOSING = words('unwrap_or unwrap_or_else or or_else map_or map_or_else map and_then get_or_insert_with');
