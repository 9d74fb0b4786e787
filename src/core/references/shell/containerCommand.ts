import { Excerpt } from '../../text/excerpt.ts';
import { IMAGE_PROGRAMS } from '../catalogue/configCommands.ts';
import type { Command, Word } from './script.ts';

/** A word that stands nowhere in the file: of the program that an image starts. */
export const unwritten = (text: string): Word => ({
  excerpt: Excerpt.builder().add(text, 0, 0).build(),
  span: { start: 0, end: 0 },
});

const ID = /^[A-Za-z0-9][\w.-]*\/[\w.-]+$/;

/** What an image runs before the words that it is given; nothing when they begin with a program of their own. */
export function imageProgram(image: string, first: string): readonly Word[] | undefined {
  const known = IMAGE_PROGRAMS.find(each => each.image.test(image));
  if (!known) return undefined;
  const { program, begins } = known;
  const isGiven = first.startsWith('-') || begins?.test(first) || (known.takesId && ID.test(first));
  return isGiven ? program.split(' ').map(unwritten) : undefined;
}

/** An image with its registry or owner, and its tag. */
const IMAGE = /^[\w.-]+(?::\d+)?(?:\/[\w.-]+)+(?::[^/\s]+)?(?:@sha256:\w+)?$/;

/** Their value may look like an image. */
const NAMING = /^(?:--(?:name|hostname|net|network|workdir|user|volume|env|label|platform|mount|cidfile)|-[hwuvel])$/;

/** The command inside of `docker run IMAGE …`, as the image's program gets it; nothing when the image is not known. */
export function containerCommand(command: Command): Command | undefined {
  const { words } = command;
  const text = (index: number) => words[index]?.excerpt.text ?? '';
  const docker = words.findIndex(({ excerpt }) => /^(?:docker|podman|nerdctl)$/.test(excerpt.text));
  if (docker < 0 || text(docker + 1) !== 'run') return undefined;
  for (let at = docker + 2; at < words.length; at++) {
    if (/^--entrypoint\b/.test(text(at))) return undefined;
    if (!IMAGE.test(text(at)) || NAMING.test(text(at - 1))) continue;
    const program = imageProgram(text(at), text(at + 1));
    if (program) return { ...command, words: [...program, ...words.slice(at + 1)] };
  }
  return undefined;
}
