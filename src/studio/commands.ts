import type { CommandSpec, Desk } from '#kit/desk.ts'
import { subscribable } from '#lib/subscribable.ts'
import { plainKey } from './keys.ts'


/** Everything that can be done, who answers it now, and by which key. */
export function openCommands({ specs, keys, activeKind }: {
  readonly specs: readonly CommandSpec[]
  /** The person's own keys by command id; an empty one takes the key away. */
  readonly keys: () => Readonly<Record<string, string>>
  readonly activeKind: () => string | undefined
}) {
  const byId = new Map(specs.map((spec) => [spec.id, spec]))
  const answers = subscribable<ReadonlyMap<string, readonly (() => void)[]>>(new Map())

  function answer(id: string, run: () => void): () => void {
    answers.change((now) => new Map(now).set(id, [...(now.get(id) ?? []), run]))
    return () => answers.change((now) => new Map(now).set(id, (now.get(id) ?? []).filter((other) => other !== run)))
  }

  /** The last that said it answers, else the command's own doing. */
  function doing(spec: CommandSpec): ((desk: Desk) => void) | undefined {
    if (spec.panel !== undefined && spec.panel !== activeKind()) return undefined
    return answers.get().get(spec.id)?.at(-1) ?? spec.run
  }

  function keysOf(spec: CommandSpec): readonly string[] {
    return (keys()[spec.id] ?? spec.key ?? '').split(' ').filter(Boolean)
  }

  return {
    specs, answers, answer, keysOf,
    offered: () => specs.filter((spec) => doing(spec) !== undefined),
    /** Returns whether something answered. */
    run(id: string, desk: Desk): boolean {
      const spec = byId.get(id)
      const act = spec && doing(spec)
      act?.(desk)
      return act !== undefined
    },
    /** What that key does now; a command of the panel in front goes before one of the whole studio. */
    byKey(key: string): CommandSpec | undefined {
      const meant = specs.filter((spec) => doing(spec) !== undefined && keysOf(spec).some((one) => plainKey(one) === key))
      return meant.find(({ panel }) => panel !== undefined) ?? meant[0]
    },
    /** Other commands that answer the key in the same place. */
    clashes(spec: CommandSpec, key: string): readonly CommandSpec[] {
      return specs.filter((other) => other.id !== spec.id && meet(spec, other) && keysOf(other).some((one) => plainKey(one) === plainKey(key)))
    },
  }
}

/** Both in one panel, or one of them everywhere; what does nothing by itself is answered by its own views only. */
function meet(a: CommandSpec, b: CommandSpec): boolean {
  return a.panel === b.panel || [a, b].some(({ panel, run }) => panel === undefined && run !== undefined)
}
