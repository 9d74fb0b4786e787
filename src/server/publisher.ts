import type { Diagnostic } from 'vscode-languageserver';

export interface Publication {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** Sends diagnostics, but does not tell an editor of emptiness that it already knows. */
export function createPublisher(send: (publication: Publication) => void) {
  const marked = new Set<string>();
  const publish = (publication: Publication): void => {
    if (publication.diagnostics.length > 0) marked.add(publication.uri);
    else marked.delete(publication.uri);
    send(publication);
  };
  return {
    publish,
    clear(uri: string): void {
      if (marked.has(uri)) publish({ uri, diagnostics: [] });
    },
  };
}
export type Publisher = ReturnType<typeof createPublisher>;
