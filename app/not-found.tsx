import { say } from "@/lib/words"
import { NoPage } from "./_ui/no-page"

/** There is no such page, or not for whoever asks: the two look the same on purpose. */
export default function NotFoundPage() {
  return (
    <NoPage title={say("We can’t find that page")}>
      <p>{say("It may have moved, or it may belong to an organisation you’re not part of.")}</p>
      <p>
        {say("If you typed the address, check it. If you followed a link, the page may have been removed.")}
      </p>
    </NoPage>
  )
}
