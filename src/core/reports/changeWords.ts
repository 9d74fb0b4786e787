/** What came of a change that was shown place by place, and of which its reader took some, all or none. */
export interface ChangeOutcome {
  readonly places: number;
  readonly files: number;
  /** Places that something else stands at meanwhile. */
  readonly moved: number;
}

/** One sentence for what changed, even for nothing, and one for what has moved away. */
export function sayChange({ places, files, moved }: ChangeOutcome): string {
  const changed =
    places === 0
      ? 'Nothing was changed.'
      : `${counted(places, 'place')} ${places === 1 ? 'was' : 'were'} changed in ${counted(files, 'file')}.`;
  return moved === 0 ? changed : `${changed} ${sayMoved(moved)}`;
}

const sayMoved = (moved: number): string =>
  `${moved === 1 ? '1 place has' : `${moved} places have`} changed meanwhile and ${moved === 1 ? 'stays as it is' : 'stay as they are'}: scan again to see.`;

export const counted = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;
