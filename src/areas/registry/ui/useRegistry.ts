import { useDesk } from '#kit/desk.ts'
import { useCommand } from '#wire/ask.ts'
import { registry } from '../contract.ts'

export interface VersionAt { readonly model: string; readonly version: number }

/** What is opened and done from any view of the registry; refusals are told as notices. */
export function useRegistry() {
  const desk = useDesk()
  const removingModel = useCommand(registry.deleteModel)
  const restoringModel = useCommand(registry.restoreModel)
  const removingVersion = useCommand(registry.deleteVersion)
  const restoringVersion = useCommand(registry.restoreVersion)
  const droppingAlias = useCommand(registry.dropAlias)
  const settingAlias = useCommand(registry.setAlias)
  const changing = useCommand(registry.changeVersion)
  const onError = (error: Error) => desk.notify({ kind: 'bad', text: error.message })

  const openModel = (model: string) => desk.open('model', { model })
  const openVersion = ({ model, version }: VersionAt, tab?: string) => desk.open('modelVersion', { model, version: String(version), ...(tab ? { tab } : {}) })
  const compare = (left: VersionAt, right: VersionAt) => desk.open('modelCompare', { left: `${left.version}`, leftModel: left.model, right: `${right.version}`, rightModel: right.model })
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => desk.notify({ kind: 'good', text: `Copied ${text}` }))

  const removeModel = (name: string) => removingModel.mutate({ name }, {
    onError,
    onSuccess: ({ versions }) => desk.notify({ kind: 'info', text: `“${name}” and its ${versions === 1 ? 'version are' : `${versions} versions are`} out of the registry. The runs keep their files.`, action: { label: 'Undo', run: () => restoringModel.mutate({ name }, { onError }) } }),
  })

  const removeVersion = (at: VersionAt, aliases: readonly string[]) => removingVersion.mutate(at, {
    onError,
    onSuccess: () => desk.notify({ kind: 'info', text: `Version ${at.version} is out of the registry${aliases.length > 0 ? `, and ${aliases.join(', ')} names no version now` : ''}.`, action: { label: 'Undo', run: () => restoringVersion.mutate(at, { onError, onSuccess: () => { for (const alias of aliases) settingAlias.mutate({ ...at, alias }, { onError }) } }) } }),
  })

  const dropAlias = (at: VersionAt, alias: string) => droppingAlias.mutate({ model: at.model, alias }, {
    onError,
    onSuccess: () => desk.notify({ kind: 'info', text: `The alias ${alias} names no version now.`, action: { label: 'Undo', run: () => settingAlias.mutate({ ...at, alias }, { onError }) } }),
  })

  const setStage = (at: VersionAt, stage: 'None' | 'Staging' | 'Production' | 'Archived') => changing.mutate({ ...at, stage }, { onError })

  return { desk, openModel, openVersion, compare, copy, removeModel, removeVersion, dropAlias, setStage }
}
