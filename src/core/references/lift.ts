import type { Excerpt } from '../text/excerpt.ts';
import type { Span } from '../text/span.ts';
import type { CodeHazard } from './codeHazard.ts';
import type { Reference, Stated } from './reference.ts';

/** Carries a reference from a text that was lifted out of another back to where it came from. */
export function liftReference(reference: Reference, excerpt: Excerpt): Reference {
  return {
    ...reference,
    span: excerpt.toOuter(reference.span),
    revision: liftStated(reference.revision, excerpt),
    codeRevision: liftStated(reference.codeRevision, excerpt),
    trustRemoteCode: liftStated(reference.trustRemoteCode, excerpt),
    useSafetensors: liftStated(reference.useSafetensors, excerpt),
  };
}

function liftStated<T>(stated: Stated<T>, excerpt: Excerpt): Stated<T> {
  return stated.state === 'absent' ? stated : { ...stated, span: excerpt.toOuter(stated.span) };
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
