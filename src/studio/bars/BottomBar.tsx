import { useQuery } from '@tanstack/react-query'
import { CircleAlert, CircleCheck, CloudOff, Cpu, KeyRound, LoaderCircle, MemoryStick } from 'lucide-react'
import { workspaces } from '#areas/workspaces/contract.ts'
import { asking } from '#wire/ask.ts'
import { useStudio } from '../studio.ts'
import { useValue } from '../useValue.ts'
import { RunningJobs } from './RunningJobs.tsx'

/** The last line: connection, running work, the machine, whether all is kept. */
export function BottomBar() {
  return (
    <footer className="status" data-region="status" tabIndex={-1}>
      <Connection />
      <RunningJobs />
      <span className="sp" />
      <Machine />
      <Kept />
    </footer>
  )
}

function Connection() {
  const { live, session } = useStudio()
  const connection = useValue(live.connection)
  if (connection === 'lost') return <span className="text-bad" role="status"><CloudOff size={13} />No answer from the server. It is asked again by itself; nothing here is lost.</span>
  if (connection === 'refused') return <span className="text-bad" role="status"><KeyRound size={13} />This browser is signed out. Open the address that the terminal printed to go on; nothing that was saved is lost.</span>
  if (connection === 'opening') return <span><LoaderCircle size={13} className="turn" />Connecting</span>
  return <span title="Connected to the server"><CircleCheck size={13} />{session}</span>
}

function Machine() {
  const { data } = useQuery({ ...asking(workspaces.machine, {}), refetchInterval: 5000, staleTime: 0, retry: false })
  if (!data) return null
  return (
    <>
      <span title={`Busy share of ${data.cores} cores`}><Cpu size={13} />{Math.round(data.cpu * 100)} %</span>
      <span title="Memory of the Atelier server"><MemoryStick size={13} />{Math.round(data.memory / 1e6)} MB</span>
    </>
  )
}

function Kept() {
  const { saving, dock } = useStudio()
  const state = useValue(saving.state)
  const dirty = useValue(dock.dirty).size
  if (state === 'failed') return <span className="text-bad" role="status"><CircleAlert size={13} />Desk not saved, trying again</span>
  if (dirty > 0) return <span><i className="dirty" />{dirty} not saved</span>
  return <span>{state === 'saving' ? 'Saving' : 'Saved'}</span>
}
