import { say } from "@/lib/words"
import { FrontFrame } from "./(front)/_parts/front-frame"

/** There is no such page, or not for whoever asks: the two look the same on purpose. */
export default function NotFoundPage() {
  return (
    <FrontFrame title={say("Page not found")}>
      <h1>{say("We can’t find that page")}</h1>
      <p>{say("It may have moved, or it may belong to an organisation you’re not part of.")}</p>
      <p>
        {say("If you typed the address, check it. If you followed a link, the page may have been removed.")}
      </p>
      <p>
        <a href="/where" className="button">
          {say("Go to your pages")}
        </a>
      </p>
    </FrontFrame>
  )
}
