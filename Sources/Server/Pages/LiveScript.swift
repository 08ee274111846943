/// The script of the pages: when something happens, it asks for the page anew and puts the parts that differ in their place.
/// Without it the pages say the same and a reload shows what is new.
enum LiveScript {
    static let text = """
        "use strict";
        (() => {
          const status = document.getElementById("live");
          if (!status || !window.EventSource) return;
          const activity = document.getElementById("activity");
          const chosen = new Map();
          let busy = false, again = false, timer = 0;

          // What a person opened or closed stays so.
          document.addEventListener("click", (event) => {
            const summary = event.target.closest("summary");
            const details = summary && summary.parentElement;
            if (details && details.id) chosen.set(details.id, !details.open);
          });

          function isInUse(part) {
            const active = document.activeElement;
            return part.contains(active) && active.matches("input, select, textarea");
          }

          function swap(fresh) {
            for (const part of document.querySelectorAll("[data-part]")) {
              const other = fresh.getElementById(part.id);
              if (!other || isInUse(part)) continue;
              for (const details of other.querySelectorAll("details[id]")) {
                if (chosen.has(details.id)) details.open = chosen.get(details.id);
              }
              if (part.innerHTML === other.innerHTML) continue;
              const focused = part.contains(document.activeElement) ? document.activeElement.closest("[id]") : null;
              part.replaceChildren(...document.importNode(other, true).childNodes);
              if (focused && focused.id) {
                const target = document.getElementById(focused.id);
                const summary = target && target.querySelector("summary");
                if (summary) summary.focus(); else if (target) target.focus();
              }
            }
          }

          async function refresh() {
            if (busy) { again = true; return; }
            busy = true;
            try {
              const answer = await fetch(location.href, { redirect: "manual", credentials: "same-origin" });
              if (answer.type === "opaqueredirect") { location.reload(); return; }
              if (answer.ok) swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
            } catch (error) {
              // The stream says that the server is away, and tries again.
            } finally {
              busy = false;
              if (again) { again = false; soon(); }
            }
          }

          // A page that nobody looks at asks for nothing until somebody does.
          function soon() {
            if (timer || document.hidden) return;
            timer = setTimeout(() => { timer = 0; refresh(); }, 400);
          }
          document.addEventListener("visibilitychange", soon);

          function note(event) {
            if (!activity) return;
            const item = document.createElement("li");
            const time = document.createElement("time");
            time.dateTime = event.time;
            time.textContent = new Date(event.time).toLocaleTimeString();
            const about = event.address || event.environment || "";
            const where = event.message.includes(about) ? "" : about;
            item.className = "event " + (event.severity === "info" ? "quiet" : event.severity === "warning" ? "waiting" : "bad");
            item.append(time, " ", where ? where + ": " : "", event.message);
            activity.prepend(item);
            while (activity.children.length > 20) activity.lastElementChild.remove();
            activity.parentElement.hidden = false;
          }

          const source = new EventSource(status.dataset.events);
          source.onopen = () => { status.textContent = "Live"; status.className = "live on"; soon(); };
          source.onerror = () => { status.textContent = "Connecting…"; status.className = "live"; };
          source.onmessage = (message) => { note(JSON.parse(message.data)); soon(); };
          setInterval(soon, 30000);
        })();
        """
}
