import { Plus, Trash2 } from 'lucide-react'
import { Button } from '#kit/Button.tsx'
import { Field } from '#kit/Field.tsx'
import { TextField } from '#kit/TextField.tsx'

interface Tag { readonly key: string; readonly value: string }

/** Tags as rows of key and value. */
export function TagRows({ tags, onChange }: { readonly tags: readonly Tag[]; readonly onChange: (tags: Tag[]) => void }) {
  const put = (at: number, change: Partial<Tag>) => onChange(tags.map((tag, i) => (i === at ? { ...tag, ...change } : tag)))
  return (
    <Field label="Tags">
      {tags.map((tag, i) => (
        <div key={i} className="flex items-center gap-2">
          <TextField label={`Key of tag ${i + 1}`} hideLabel placeholder="key" value={tag.key} onChange={(key) => put(i, { key })} mono />
          <TextField label={`Value of tag ${i + 1}`} hideLabel placeholder="value" value={tag.value} onChange={(value) => put(i, { value })} mono />
          <Button variant="ghost" icon={Trash2} label={`Take the tag ${tag.key} off`} onPress={() => onChange(tags.filter((_, other) => other !== i))} />
        </div>
      ))}
      <div><Button size="s" icon={Plus} onPress={() => onChange([...tags, { key: '', value: '' }])}>Add a tag</Button></div>
    </Field>
  )
}

/** What is to be set and taken off to come from one list of tags to another; rows without a key count for nothing. */
export function changedTags(before: readonly Tag[], after: readonly Tag[]): { setTags: Tag[]; dropTags: string[] } {
  const kept = after.filter(({ key }) => key.trim() !== '')
  return {
    setTags: kept.filter(({ key, value }) => !before.some((tag) => tag.key === key && tag.value === value)),
    dropTags: before.filter(({ key }) => !kept.some((tag) => tag.key === key)).map(({ key }) => key),
  }
}
