import { Radios } from "@/app/_ui/choices"
import { say } from "@/lib/words"

/** Whether staff may see what the group answered. */
export const ShareChoice = ({ name }: { name: string }) => (
  <Radios
    name="share"
    legend={say("May {name} see your answers and your plan?", { name })}
    hint={say("They can then help with what is missing. Nobody outside {name} sees them.", { name })}
    options={[
      { value: "yes", label: say("Yes, share them") },
      { value: "no", label: say("No, keep them to ourselves") },
    ]}
  />
)
