import type { Call, Fact, Unit } from './expression.ts';
import { declaredOptions, optionKey, storedField, storeKey } from './fieldNames.ts';
import { type NameSets, type Names, noNames } from './nameSets.ts';
import { isAlias, isSelf, lastName } from './scope.ts';

/** What a top-level statement offers to the others: with any of these, whoever asks for it may get another answer. */
export function offeredNames(units: readonly Unit[]): Names {
  const names = noNames();
  const entered: ('function' | 'class')[] = [];
  for (const { facts } of units) for (const fact of facts) offer(fact, entered, names);
  return names;
}

function offer(fact: Fact, entered: ('function' | 'class')[], names: NameSets): void {
  switch (fact.type) {
    case 'enter':
      entered.push(fact.kind);
      names.definition.add(fact.name);
      break;
    case 'leave':
      entered.pop();
      break;
    case 'bind':
      if (entered.length === 0 || isAlias(fact.name, fact.value)) names.top.add(fact.name);
      if (entered.at(-1) === 'class') names.field.add(fact.name);
      break;
    case 'store': {
      const { object } = fact.target;
      const ofSelf = fact.target.type === 'attribute' && isSelf(object) && entered.includes('class');
      const field = storedField(fact.target);
      if (typeof field !== 'string') break;
      if (ofSelf) names.field.add(field);
      else names.place.add(storeKey(lastName(object) ?? '', field));
      break;
    }
    case 'call':
      offerCall(fact.call, names);
  }
}

function offerCall(call: Call, names: NameSets): void {
  const name = lastName(call.callee);
  if (name === undefined) return;
  names.call.add(name);
  for (const option of declaredOptions(call, name)) names.place.add(optionKey(option.name));
}
