import { GraduationCap, TriangleAlert } from 'lucide-react'

/** What a fitted step learned from, and whether that leaks. */
export function FittedNote({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => {
    const leaks = note.includes('leak')
    return <p key={note} className={`wr-note ${leaks ? 'warn' : ''}`}>{leaks ? <TriangleAlert size={12} /> : <GraduationCap size={12} />}<span>{note}</span></p>
  })
}
