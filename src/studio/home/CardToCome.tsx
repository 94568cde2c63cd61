import { Skeleton } from '#kit/Skeleton.tsx'

/** A card whose script comes once the first view stands. */
export function CardToCome({ title }: { readonly title: string }) {
  return <section className="card" aria-label={title}><h2>{title}</h2><div className="p-3"><Skeleton lines={4} height={20} /></div></section>
}
