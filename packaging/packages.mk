# packages.mk - packages of stet; included by the Makefile, which has the names

# Packages of the same sources are the same bytes: their files have the date of the commit,
# or, in an unpacked archive, that of its CHANGELOG.md.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
PACKAGE_DATE = SOURCE_DATE_EPOCH=$(SOURCE_DATE_EPOCH)
DIST = build/dist

## deb: a package for Debian, in build/dist, linked with the libraries of this machine
# Its own build, without what names its folder: debugging information and symbols.
DEB_BUILD = build/deb-build
DEB_FLAGS = $(shell dpkg-buildflags --get CFLAGS) $(shell dpkg-buildflags --get CPPFLAGS) -DNDEBUG -g0
deb:
	@command -v dpkg-shlibdeps >/dev/null || { echo 'deb: needs dpkg-dev: apt-get install dpkg-dev' >&2; exit 1; }
	@$(MAKE) --no-print-directory B=$(DEB_BUILD) CFLAGS="$(DEB_FLAGS)" \
		LDFLAGS="$(shell dpkg-buildflags --get LDFLAGS) -s" $(DEB_BUILD)/stet > /dev/null
	@rm -rf $(DEB_BUILD)/root $(DEB_BUILD)/stet.1
	@$(MAKE) --no-print-directory -s B=$(DEB_BUILD) PREFIX=/usr DESTDIR=$(DEB_BUILD)/root \
		ZSH_COMPLETIONS=/usr/share/zsh/vendor-completions install > /dev/null
	@mkdir -p $(DIST)
	$(PACKAGE_DATE) sh packaging/deb/pack.sh $(DEB_BUILD)/root $(DIST) $(VERSION) $(HOMEPAGE) '$(MAINTAINER)'

## npm: packages for npm, in build/dist: the program, and one that finds it
npm: release
	@mkdir -p $(DIST)
	sh packaging/npm/pack.sh $(RELEASE)/stet $(DIST) $(VERSION) $(HOMEPAGE) $(NPM_NAME) $(NPM_SCOPE)

## dist: the sources as an archive that needs no git, in build/dist
dist:
	@mkdir -p $(DIST)
	git archive --format=tar --prefix=stet-$(VERSION)/ HEAD | gzip -9n > $(DIST)/stet-$(VERSION).tar.gz

## container: an image of the program alone, by the first of podman and docker there is
container: release
	$$(command -v podman || command -v docker) build -t stet:$(VERSION) -f Containerfile .

## package-test: the packages can be made, installed, used and removed
package-test: $(B)/stet deb npm dist
	@CC="$(CC)" sh lint/tool/packages/package_test.sh $(B) $(DIST) $(VERSION)

.PHONY: deb npm dist container package-test
