import type { Diagnostic } from 'vscode-languageserver';

/** Who has something to say of a file: the rules, of what it names and tells, and the policy's reading, of its mistakes. */
export type Voice = 'findings' | 'policy';

export type Publication = {
  readonly uri: string;
  readonly version?: number;
} & { readonly [V in Voice]?: readonly Diagnostic[] };

export interface Sent {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/**
 * Owns what an editor is told of each file. An editor keeps one list a file and takes a new one for the whole: a voice that
 * does not speak in a publication has its last word repeated in it.
 */
export interface Publisher {
  readonly publish: (publication: Publication) => void;
  /** Takes back what one voice said, or all of them. An editor is not told of emptiness that it already knows. */
  readonly clear: (uri: string, voice?: Voice) => void;
}

export function createPublisher(send: (sent: Sent) => void): Publisher {
  const said = new Map<string, { readonly [V in Voice]?: readonly Diagnostic[] }>();

  function publish({ uri, version, ...words }: Publication): void {
    const all = { ...said.get(uri), ...words };
    const diagnostics = [...(all.policy ?? []), ...(all.findings ?? [])];
    if (diagnostics.length > 0) said.set(uri, all);
    else said.delete(uri);
    send({ uri, ...(version !== undefined && { version }), diagnostics });
  }

  return {
    publish,
    clear(uri, voice) {
      const before = said.get(uri);
      const words = voice ? (before?.[voice] ?? []) : [...(before?.policy ?? []), ...(before?.findings ?? [])];
      if (words.length > 0) publish(voice ? { uri, [voice]: [] } : { uri, policy: [], findings: [] });
    },
  };
}
