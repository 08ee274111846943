import CMalloc

/// The C library's allocator, set up for a process that works for a moment and then waits for minutes.
enum Heap {
    /// Lets all threads share two arenas, from now on. By default there may be eight for each processor, and each keeps
    /// what was freed in it for itself.
    static func shareArenas() { _ = mallopt(M_ARENA_MAX, 2) }

    /// Gives what is free back to the system: a look at everything needs many times what stays of it.
    static func giveBack() { _ = malloc_trim(0) }
}
