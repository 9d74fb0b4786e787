import type { Excerpt } from '../text/excerpt.ts';
import type { Span } from '../text/span.ts';
import type { CodeHazard } from './codeHazard.ts';
import type { Reference } from './reference.ts';
import { relocated } from './relocate.ts';

/** Carries a reference from a text that was lifted out of another back to where it came from. */
export function liftReference(reference: Reference, excerpt: Excerpt): Reference {
  return relocated(reference, {
    place: span => excerpt.toOuter(span),
    pin: ({ span, before, after }) => ({
      span: excerpt.toOuter(span),
      before: excerpt.encode(before),
      after: excerpt.encode(after),
    }),
  });
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
