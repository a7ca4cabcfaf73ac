import { Radios } from "@/app/_ui/choices"
import { say } from "@/lib/words"

/** For which group one speaks: said in words when there is one answer, chosen when there are several. */
export function SpeakFor({
  ownGroups,
  lioName,
  staff,
}: {
  ownGroups: { id: string; name: string }[]
  lioName: string
  staff: boolean
}) {
  const options = [
    ...(staff ? [{ value: "", label: lioName }] : []),
    ...ownGroups.map((group) => ({ value: group.id, label: group.name })),
  ]
  if (options.length === 1) {
    return (
      <>
        <input type="hidden" name="groupId" value={options[0]?.value} />
        <p>{say("You speak for {options}.", { options: options[0]?.label ?? "" })}</p>
      </>
    )
  }
  return (
    <Radios
      name="groupId"
      legend={say("Which group are you speaking for?")}
      options={options}
      value={staff ? "" : undefined}
    />
  )
}
