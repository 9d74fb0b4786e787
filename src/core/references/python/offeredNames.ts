import type { Call, Expression, Fact, Unit } from './expression.ts';
import { declaredOptions, optionKey, storedField, storeKey } from './fieldNames.ts';
import { kept, type NameSets, type Names, noNames } from './nameSets.ts';
import { constructed, inheritedKey, isAlias, isSelf, lastName } from './scope.ts';

/** What a top-level statement offers to the others: with any of these, whoever asks for it may get another answer. */
export function offeredNames(units: readonly Unit[]): Names {
  const names = noNames();
  const entered: Entered[] = [];
  for (const { facts } of units) for (const fact of facts) offer(fact, entered, names);
  return kept(names);
}

type Entered = Extract<Fact, { type: 'enter' }>;

const isClass = ({ kind }: Entered) => kind === 'class';

function offer(fact: Fact, entered: Entered[], names: NameSets): void {
  switch (fact.type) {
    case 'enter':
      entered.push(fact);
      names.definition.add(fact.name);
      break;
    case 'leave':
      entered.pop();
      break;
    case 'bind':
      if (entered.length === 0 || isAlias(fact.name, fact.value)) names.top.add(fact.name);
      if (entered.at(-1)?.kind === 'class') names.field.add(fact.name);
      break;
    case 'store': {
      const { object } = fact.target;
      const ofSelf = fact.target.type === 'attribute' && isSelf(object) && entered.some(isClass);
      const field = storedField(fact.target);
      if (typeof field !== 'string') break;
      if (ofSelf) names.field.add(field);
      else names.place.add(storeKey(lastName(object) ?? '', field));
      break;
    }
    case 'call':
      offerCall(fact.call, entered.findLast(isClass)?.bases ?? [], names);
  }
}

function offerCall(call: Call, bases: readonly Expression[], names: NameSets): void {
  const name = lastName(call.callee);
  if (name === undefined) return;
  names.call.add(name);
  for (const base of constructed(name, bases)) names.call.add(inheritedKey(base));
  for (const option of declaredOptions(call, name)) names.place.add(optionKey(option.name));
}
