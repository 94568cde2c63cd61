import { useState } from 'react'
import type { Declared } from '../domain/environment.ts'
import { secretsIn, variablesIn, variablesText } from '../domain/settings-text.ts'

export type Settings = ReturnType<typeof useSettings>

/** Python, variables and secrets while they are typed; `problem` where what is typed is none. */
export function useSettings(initial: Pick<Declared, 'python' | 'variables' | 'secrets'>) {
  const [python, setPython] = useState(initial.python)
  const [variables, setVariables] = useState(variablesText(initial.variables))
  const [secrets, setSecrets] = useState(initial.secrets.join(', '))
  const [read, named] = [variablesIn(variables), secretsIn(secrets)]
  return {
    python, setPython, variables, setVariables, secrets, setSecrets,
    variablesProblem: read.problem, secretsProblem: named.problem, problem: read.problem ?? named.problem,
    values: { python, variables: { ...read.variables }, secrets: [...named.secrets] },
  }
}
