// The system's libgit2 as Swift sees it.
//
// `git_libgit2_opts` is variadic, which Swift cannot call: one inline function stands here for each option in use.

#ifndef PLUMBLINE_CLIBGIT2_SHIM_H
#define PLUMBLINE_CLIBGIT2_SHIM_H

#include <git2.h>
#include <git2/sys/repository.h>
#include <stdlib.h>

static inline int plumbline_git_set_search_path(git_config_level_t level, const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, (int)level, path);
}

static inline int plumbline_git_set_template_path(const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_TEMPLATE_PATH, path);
}

static inline int plumbline_git_set_window_size(size_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_MWINDOW_SIZE, bytes);
}

static inline int plumbline_git_set_mapped_limit(size_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_MWINDOW_MAPPED_LIMIT, bytes);
}

static inline int plumbline_git_set_mapped_file_limit(size_t files) {
    return git_libgit2_opts(GIT_OPT_SET_MWINDOW_FILE_LIMIT, files);
}

static inline int plumbline_git_set_cache_size(ssize_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_CACHE_MAX_SIZE, bytes);
}

static inline int plumbline_git_set_owner_validation(int enabled) {
    return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled);
}

static inline int plumbline_git_set_certificate_file(const char *path) {
    return git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, path, NULL);
}

static inline int plumbline_git_set_user_agent(const char *agent) {
    return git_libgit2_opts(GIT_OPT_SET_USER_AGENT, agent);
}

static inline int plumbline_git_set_pack_object_limit(size_t bytes) {
    return git_libgit2_opts(GIT_OPT_SET_PACK_MAX_OBJECT_SIZE, bytes);
}

#endif
