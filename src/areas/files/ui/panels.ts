import { lazy } from 'react'
import { Braces, FileImage, FileText, Folder, NotepadText } from 'lucide-react'
import type { AreaUi } from '#kit/desk.ts'
import { nameOf } from '../domain/names.ts'
import { request } from './requests.ts'
import { isImage, isJson, isMarkdown, mayBeText } from './viewers.ts'

const FilesPanel = lazy(() => import('./FilesPanel.tsx').then(({ FilesPanel: view }) => ({ default: view })))
const TextPanel = lazy(() => import('./TextPanel.tsx').then(({ TextPanel: view }) => ({ default: view })))
const JsonPanel = lazy(() => import('./JsonPanel.tsx').then(({ JsonPanel: view }) => ({ default: view })))
const MarkdownPanel = lazy(() => import('./MarkdownPanel.tsx').then(({ MarkdownPanel: view }) => ({ default: view })))
const ImagePanel = lazy(() => import('./ImagePanel.tsx').then(({ ImagePanel: view }) => ({ default: view })))

const title = ({ path = '' }: Readonly<Record<string, string>>) => nameOf(path) || 'File'
const identity = ['path']

export const filesUi: AreaUi = {
  panels: [
    { kind: 'files', title: () => 'Files', icon: Folder, view: FilesPanel, place: 'left' },
    { kind: 'text', title, icon: FileText, view: TextPanel, place: 'main', identity },
    { kind: 'json', title, icon: Braces, view: JsonPanel, place: 'main', identity },
    { kind: 'markdown', title, icon: NotepadText, view: MarkdownPanel, place: 'main', identity },
    { kind: 'image', title, icon: FileImage, view: ImagePanel, place: 'main', identity },
  ],
  openers: [
    { kind: 'markdown', title: 'Markdown', matches: isMarkdown, fallback: true },
    { kind: 'image', title: 'Image', matches: isImage, fallback: true },
    { kind: 'json', title: 'JSON tree', matches: isJson, fallback: true },
    { kind: 'text', title: 'Text editor', matches: mayBeText, fallback: true },
  ],
  commands: [
    { id: 'files.find', title: 'Find a file', key: 'Shift+Mod+F', run: request('find') },
    { id: 'files.newFile', title: 'New file', key: 'Alt+Shift+N', run: request('file') },
    { id: 'files.newFolder', title: 'New folder', run: request('folder') },
    { id: 'files.upload', title: 'Upload files', run: request('upload') },
    { id: 'files.refresh', title: 'Read the folders again', run: request('refresh') },
    { id: 'files.trash', title: 'Deleted files', run: request('trash') },
    { id: 'files.rename', title: 'Rename the selected file or folder' },
    { id: 'files.duplicate', title: 'Duplicate the selected files' },
    { id: 'files.delete', title: 'Delete the selected files' },
    { id: 'files.save', title: 'Save the file', key: 'Mod+S' },
    { id: 'files.revert', title: 'Go back to the file on disk' },
    { id: 'files.wrap', title: 'Wrap long lines', key: 'Alt+Z' },
  ],
}
