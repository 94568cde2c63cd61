import { Copy, Download, FileOutput, FolderOutput, Package, Pencil, Tag, Trash2 } from 'lucide-react'
import type { MenuEntry } from '#kit/menu-entry.ts'
import { VersionStage } from '../domain/registered.ts'
import type { VersionDetail } from '../domain/registered.ts'
import type { useRegistry } from './useRegistry.ts'

export function versionMenu(version: VersionDetail, actions: ReturnType<typeof useRegistry>, open: (kind: 'alias' | 'export' | 'about') => void): readonly MenuEntry[] {
  const { model, version: number, folder, stage, aliases } = version
  return [
    { id: 'model', label: 'All versions', icon: Package, run: () => actions.openModel(model) },
    { id: 'copy', label: 'Copy the address for code', icon: Copy, run: () => actions.copy(aliases.includes('champion') ? `models:/${model}@champion` : `models:/${model}/${number}`) },
    { kind: 'line' },
    { id: 'alias', label: 'Give an alias', icon: Tag, run: () => open('alias') },
    { id: 'about', label: 'Describe and tag', icon: Pencil, run: () => open('about') },
    { kind: 'sub', id: 'stage', label: 'Stage (for older MLflow code)', items: VersionStage.options.map((to) => ({ id: to, label: to, checked: to === stage, run: () => actions.setStage(version, to) })) },
    { kind: 'line' },
    { id: 'download', label: 'Download as zip', icon: Download, disabled: !folder, run: () => download(model, number) },
    { id: 'onnx', label: 'As ONNX', icon: FileOutput, disabled: !folder, run: () => actions.desk.open('onnx', { model, version: String(number) }) },
    { id: 'export', label: 'Export to a folder', icon: FolderOutput, disabled: !folder, run: () => open('export') },
    { kind: 'line' },
    { id: 'remove', label: 'Take out of the registry', icon: Trash2, danger: true, run: () => actions.removeVersion(version, aliases) },
  ]
}

function download(model: string, version: number): void {
  const link = document.createElement('a')
  link.href = `/api/registry/export?${new URLSearchParams({ model, version: String(version) })}`
  link.download = ''
  link.click()
}
