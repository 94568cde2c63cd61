import { Component } from 'react'
import type { ReactNode } from 'react'
import { ProblemNote } from '#kit/ProblemNote.tsx'

/** A panel that breaks does not take the studio with it. */
export class PanelFault extends Component<{ readonly children: ReactNode }, { readonly error: unknown }> {
  override state = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return (
      <div className="p-4">
        <ProblemNote error={this.state.error} retryLabel="Open again" onRetry={() => this.setState({ error: undefined })}>
          <p className="mt-1 text-ink-2">This view broke. The rest of the studio goes on; what was saved is safe.</p>
        </ProblemNote>
      </div>
    )
  }
}
