import type { Excerpt } from '../text/excerpt.ts';
import type { Span } from '../text/span.ts';
import type { CodeHazard } from './codeHazard.ts';
import type { Reference } from './reference.ts';
import { relocated } from './relocate.ts';

/** Carries a reference from a text that was lifted out of another back to where it came from. */
export function liftReference(reference: Reference, excerpt: Excerpt): Reference {
  const escaped = isMarkEscaped(reference, excerpt);
  return relocated(reference, {
    place: span => excerpt.toOuter(span),
    pin: ({ span, before, after }) => {
      const encoded = excerpt.encode(before);
      if (escaped && encoded === before && /["']/.test(before)) return undefined;
      return { span: excerpt.toOuter(span), before: encoded, after: excerpt.encode(after) };
    },
  });
}

/** Are quotes escaped around the id (`python -c "load(\"org/name\")"`)? A new one would end the outer string. */
function isMarkEscaped({ span }: Reference, excerpt: Excerpt): boolean {
  if (!/["']/.test(excerpt.text[span.start - 1] ?? '')) return false;
  const { start, end } = excerpt.toOuter({ start: span.start - 1, end: span.start });
  return end - start > 1;
}

export function liftHazard<H extends CodeHazard>(hazard: H, excerpt: Excerpt): H {
  const span: Span = excerpt.toOuter(hazard.span);
  if (hazard.type !== 'unsafe-load' || !hazard.makeSafe) return { ...hazard, span };
  const { makeSafe } = hazard;
  return {
    ...hazard,
    span,
    makeSafe: { span: excerpt.toOuter(makeSafe.span), newText: excerpt.encode(makeSafe.newText) },
  };
}
